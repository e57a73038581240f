/** First names that are hardly ever anything else, of the people who write and of those whom they write about. */
export const firstNames: ReadonlySet<string> = new Set(
  `abigail ada adam adele agata agnes agnieszka ahmed aileen ailsa aisha aishah aisling alan alana alastair alba albert aleksandra alessandra alex alexander
  alexandra alfie alfred ali alice alicia alina alison allison alma amanda amelia amina aminah amira amy ana anastasia andrea andrei andrew andy angela angie
  anila anita anjali ann anna anne annette annie annmarie anthea anthony antonia anya arlene arthur asha ashley asma audrey ava avril aysha ayesha barbara barry beata
  beatrice becky belinda ben benjamin bernadette bernard bernice beryl beth bethan bethany betty beverley beverly bharti bianca bob bobby brenda brian
  bridget bronwen bruce bryony callum camilla cara carl carla carmen caroline caron carolyn carys catherine cath cathy catrin cecilia celia ceri charles charlie
  charlotte chantelle charmaine cheryl chitra chloe chris chrissie christina christine christopher ciara claire clara clare claudia clive colette colin colleen
  connie connor constance corinne craig cynthia daniel daniela danielle danuta daphne darren dave david deb debbie deborah debra deepa deirdre delia denise
  dennis derek diana diane dianne dina dominika donna doreen doris dorota dorothy duncan ed eddie edith edna edward edyta eileen elaine eleanor elena eliza
  elizabeth ella ellen ellie elsie emily emma eric erica erin esme estelle esther ethel eunice eva evelyn ewa farah faroza farzana fatima fatimah fatma felicity
  fiona flora florence fozia frances francesca frank fred freda freya gail gareth gary gavin gemma geoff geoffrey george georgia georgina geraldine gertrude
  ghazala gillian gina gladys glenda glenys gloria glynis gordon graham gregory greta gurpreet gwen gwyneth habiba halina hannah harjit harold harriet harry hasan hassan
  hayley heidi helen helena henry hilary hilda hina hussain hussein ian ibrahim imran ines inga ingrid irena irene isabel isabella isla iwona jacob jackie jacqueline jacqui jade
  jagdish jake james jamie jane janet janette janice janine jasmine jason jaspreet jaya jayne jean jeanette jeanne jeff jemma jen jennie jennifer jenny jeremy
  jess jessica jill jillian jim jo joan joanna joanne jodie joe joel johanna john jolanta jon jonathan jose joseph josephine josie joyce juan juanita judith judy julia
  julian julie justine justyna kalpana kamila kara karen karin karina karl kasia kate katarzyna kath katherine kathleen kathryn kathy katie katrina kavita kay kayleigh keith
  kelly kelvin ken kenneth kerry kevin khadija khadijah kim kiran kirsten kirsty krystyna kulwinder kumar kyle lakshmi lara laura lauren lauri laurie leah leanne lee leila len leonard
  lesley leslie lena lewis liam lilian lillian lina linda lindsay lindsey lisa liz lizzie lois lola lorna lorraine louis louise lucia lucinda lucy luke lydia lyn lynda lyndsey maisie
  lynette lynn lynne mabel maddie madeleine maggie magda magdalena mair mairi malgorzata malcolm mandy manjit margaret margery maria mariam marian marie marilyn marion marjorie marlene marta
  martha martin martyn mary maryam matilda matt matthew maud maureen mavis maxine meena megan mehwish melanie melissa meryl mia michael michaela michal michelle mick mike
  mildred millie mina miriam mohamed mohammad mohammed moira molly mona monica monika morag mohan muhammad muriel myra nadia nadine nagina nancy naomi nellie narinder nasreen natalia natalie natasha
  nathan nazia nazreen neil nell nesta niamh nichola nicholas nicki nicky nicola nicole nigel nikki nina noor nora noreen norma norman nuala oksana olena olga oliver olivia omar
  oona oscar owen padma pam pamela patsy parminder patricia patrick paul paula pauline peggy perminder pete peter petra phil philip philippa phoebe phyllis piotr polly poonam
  prakash priti priya priyanka queenie rachael rachel radha rajesh rajinder ralph ramona rana rani raymond rebecca rekha renata rhian rhiannon rhona richard rita roberta robert roberto
  roger roisin roma ronald ronnie rosaleen rosalind rosamund rosanna rosemary rosie rowena roxanne roy rubina rukhsana rupinder russell ruth ryan sabina sabrina sadia safia saima
  sally sam samantha samina samuel sandeep sandra sangeeta sanjay sara sarah sasha satnam scott sean seema shabana shabnam shaheen shakila shamim shannon sharon shaun shazia sheena sheila shelagh
  shelley sheila shirley shobha sian sidney simon simone sinead siobhan sonia sonya sophia sophie stacey stan stanley stella stephanie stephen steve steven stuart sue sukhwinder sultana sunita surinder
  susan susanna susannah susie suzanne svetlana sybil sylvia sylwia tahira tamara tammy tania tanya tara tariq tasneem ted teresa terence terri tess thelma theresa thomas tim timothy tina
  toby tom tomasz tony tracey tracie tracy trevor tricia trish trudi trudy uma una ursula usha valerie val vanessa vera verity veronica vicki vicky victor victoria vijay vivian vivien
  vivienne walter wanda wayne wendy wilfred william winifred yasmeen yasmin yasmine yolanda yusuf yvette yvonne zainab zahra zara zeenat zoe zofia zuzanna`
    .split(/\s+/)
    .filter(Boolean),
)

/** First names that are words too: names only where a name is to be expected, and with a capital letter. */
export const namesThatAreWords: ReadonlySet<string> = new Set(
  `amber angel april art autumn beau bill blossom carol chance chuck cherry christian clay coral crystal daisy dale dawn destiny dean dick don drew ebony
  ernest eve faith fern flower frank gay gene ginger glen grace grant guy happy harmony hazel heather holly honey hope iris ivy jack jan jay jewel joy june kitty lance lily
  mark marina max may melody mercy miles myrtle nick norm olive opal pat patience pearl penny pepper poppy ray rich rob robin rod rose ruby ruth sandy scarlett sky star summer
  terry vi violet ward wade will willow`
    .split(/\s+/)
    .filter(Boolean),
)
