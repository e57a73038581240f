import { borrowed } from '../borrowed.ts'
import type { SymptomFlags } from '../phraseBook.ts'
import { blood, breast, hurts } from './words.ts'

/** Polish: symptoms. */
export const symptoms: SymptomFlags = {
  'breast.lump': {
    says: [
      'guzel/guzla/guzkowat*/guzeczk*/gula/gulę/gulka/gulke/gule',
      'grudka/grudkę/grudke/grudki',
      'kulka/kulkę/kulke',
      'zgrubien*/zgrubienie/stwardnien*',
      'narośl/narosl/naroślą',
      'guz/guza/guzek/guzka/guzki/guzków/guzy/guzkow/guzkiem',
      'guzeł/guzeczek',
      'zgrubieni*',
      'zgrubialo*',
      'stwardnieni*',
    ],
    near: [
      [
        [...breast],
        [
          'twarde/twardy/twardego/tward*/kulka/kulki/kulkę/kuleczk*/groszek/orzeszek/orzech/fasol*/wyczuwam/wyczulam/wyczułam/wymacał*/namacał*/wymacalam/bulw*/gruczoł*/węzeł/wezel/wypukł*/opuchlizna',
        ],
      ],
      [breast, ['gul*/kulk*/grudk*/gruz*/tward*/narośl/torbiel*/bul*/wyczu*/zgrub*/stwardn*/coś', borrowed.lump]],
    ], // lump, ball, something hard
    unless: ['kulka/kulki lod*', 'guz* .. mózg*/głow*/kolan*/nog*/ręk*'],
  },
  'breast.skinOrShape': {
    near: [
      [
        ['pierś/piers/piersi/piersią/cycek/cycki/cyc/biust*/piersia/skór*/skor*'],
        [
          'pomaranc*/pomarańcz*/wciąg*/wciag*/wciągnię*/zapadn*/dziur*/wgłęb*/wglebi*/dołek/dolek/dołecz*/zasinion*/ciepł*/gorąc*/goraca/zaczerwien*/opuchni*/napuch*/spuch*/obrzmia*/ściągn*/ściąga*/sciagn*/asymetr*/inna/inny/wieksz*/mniejsz*/obwis*/zmarszcz*/lusz*/łuszcz*/swędz*/swedz*/niegoj*',
        ],
        ['pierś/piers/piersi/piersią/cycek/biust*/piersia'],
      ],
      [
        ['pierś/piers/piersi/piersią/cycek/biust*', borrowed.breast],
        [
          'obrzęk*/spuchn*/puchn*/opuch*/opuchl*/czerwon*/zaczerw*/gorąc*/wysypk*/wgłębi*/wklęs*/dołek/dołk*/marszcz*/pomarszcz*/pomarańcz*',
          'zapal*/zniekształc*/większa/mniejsza/powiększ*/kształt*/zmienił*/zmienil*/zmienion*/zmian*/rana/ran*/owrzodz*/ropa/ropi*/siniak*/zsinia*',
          borrowed.change,
        ],
      ],
    ],
    unless: ['większ* .. rozmiar*/mammograf*', 'zmian* .. termin*/wizyt*/godzin*/dat*'],
  },
  'breast.nipple': {
    says: [
      'wciągn*/wciagn*/zapadn*/wklęs*/wkles* .. sut*/brodawk*',
      'sączy/leci/cieknie/wycieka/sączy .. z .. piers*/sut*/brodawk*',
      'coś .. leci/sączy/cieknie .. sut*/brodawk*/piersi',
      'wyciek/wycieka/wyciekł* z .. piersi/sutka/brodawki',
      'wciągnięt* sutek/brodawk*',
    ],
    near: [
      [
        ['sutek/sutk*/brodawk*/sutki'],
        [
          'wciag*/wciąg*/zapad*/odwróc*/odwroc*/schowa*/plam*/ropn*/mokr*/strupk*/łuszcz*/luszcz*/ranka/rana/sączy/saczy/krwi*/krwa*/krew/egzem*/wkles*/środk*/srodk*/zmien*/zółt*/żółt*/ziel*',
        ],
      ],
      [['stanik*/biustonosz*/staniku'], ['krew/krwi/krwaw*/plam*/wyciek*/mokr*']],
      [
        ['sutek/sutka/sutk*/brodawk*/cycek', borrowed.nipple],
        [
          'krew/krwi/krwaw*/wyciek*/wydzielin*/leci/cieknie/sączy/płyn/ropa/mleko/wciągn*/wciąg*/wklęs*/zapad*/zmieni*/łuszcz*/strup*/swędz*/boli/ból/pęk*/czerw*',
          borrowed.flow,
        ],
      ],
      [breast, ['krew/krwi/krwaw*/wyciek*/wydzielin*/cieknie/sączy/ropa', borrowed.flow]], // blood or discharge from the breast
    ],
    unless: ['badani* krwi', 'krwi badani*'],
  },
  'breast.armpit': {
    near: [
      [
        ['pacha/pachą/pachę/pachy/pachwie/pache/pachami'],
        ['gul*/guz*/kulk*/kuleczk*/węz*/wez*/tward*/opuch*/spuch*/bol*/boli/ból/narośl/wyczu*/zgrub*/obrzęk*'],
      ],
      [
        ['pachą/pacha/pachami/pache/pachach/pachy', borrowed.armpit],
        ['gul*/guz*/kulk*/węz*/wezl*/opuch*/spuch*/obrzęk*/bol*/ból/coś/powiększ*/zgrub*/tward*', borrowed.lump],
      ],
    ],
    unless: ['dezodorant*'],
  },
  'breast.pain': {
    near: [[breast, hurts]],
    unless: [
      'mammograf*/badani* .. boli/boleśn*/bolesn*',
      'boli/bolesn*/ból* .. mammograf*/badani*/ścisk*',
      'czy .. boli/bolesn*',
      'przed okresem/miesiączką',
    ],
  },
  'cervical.bleeding': {
    says: [
      'krwawi*/plami* .. międz*/miedzy/pomiędzy .. miesiączk*/okres*/miesiaczk*',
      'krwaw* .. stamtąd/z dołu/dołem',
      'plamieni*/plamie/plamię',
      'krwaw* .. po .. menopauz*',
      'po stosunku .. krwaw*',
    ],
    near: [
      [
        [
          'seks*/sex*/seksie/stosunk*/stosunek/współżyci*/wspolzyci*/zbliżeni*/menopauz*/przekwit*/klimakteri*/miesiączk*/miesiaczk*/okres*/pochw*/krocz*/kochani*',
        ],
        [...blood],
        ['między/miedzy/po/pomiędzy/z/od/w'],
      ],
      [['seks*/sex*/seksie/stosunk*/współżyci*/wspolzyci*/menopauz*/okres*/miesiączk*'], ['plami*/plame/plamienie/plamię']],
      [
        ['stosunk*/seksie/seksu/współżyci*/menopauz*/przekwit*/miesiączk*/miesiaczk*/okresem/okresami/okresu/pochwy', borrowed.after],
        ['krwaw*/krwi/krew/plam*/upław*', borrowed.blood],
      ],
    ],
    unless: ['podczas okresu/miesiączki'],
  },
  'bowel.blood': {
    says: ['czarn*/smol* .. stolec/stolc*/kup*/kał*', 'stolec/kupa/kał .. czarn*/smol*', 'czarny/czarne/smolist* stolec/stolce/kał/kupa'],
    near: [
      [
        [
          'kup*/kupa/stolec/stolc*/kale/kał*/kiblu/kibel/klozet*/sedes*/toalet*/odbyt*/pupy/pupie/tyłk*/dupy/papier*/wypróżn*/wyprozn*/muszl*/załatwi*',
        ],
        [...blood],
      ],
      [['stolc*/stolec/kał*/kale/kup*/odbyt*/toalec*/wypróżni*/papierze', borrowed.stool], blood],
    ],
    unless: ['test* .. krew', 'zestaw* .. krew'],
  },
  'lung.cough': {
    unless: ['kaszel .. minął/przeszedł'],
    says: [
      'plu*/odkrztusz*/odksztusz*/odkaszl*/kaszl*/wykrztusz* .. krwi*/krew/krwa*',
      'krew .. plwocin*/flegm*/ślinie/slinie/chustecz*',
      'pluję/pluje/plucie krwią',
      'krwioplucie',
      'odkrztusz* krew/krwi*',
    ],
    near: [
      [
        ['kasz*/kaszel/kaszle/kaszlę/kaslac'],
        ['tygodni*/tydzień/miesi*/ciągle/ciagle/wciąż/przewlekł*/schud*/minąć/nieustann*/uporczyw*'],
        ['nie .. przechodzi/mija/ustępuje/odpuszcza/puszcza/ustepuje'],
      ],
      [['kasz*/kaslam/kasłam/kaszel', borrowed.cough], blood], // coughing blood
      [
        ['kaszel/kaszlę/kaszle/kaszlem', borrowed.cough],
        ['tygodni*/miesi*/długo/ciągle/wciąż', 'nie przechodzi/mija/ustępuje/znika'],
      ], // long cough
    ],
  },
  'eye.sight': {
    says: [
      'nie .. widzę/widze/widzi .. oko/oku/okiem/oka/lewe/prawe/lewym/prawym/nic/dobrze',
      'przesta* widzieć/widziec',
      'strac*/utrac*/trac* .. wzrok*/widzeni*',
      'zasłon*/kurtyn*/firank*/cień/cien .. oku/oczach/oczami/oko/okiem',
      'widzę/widze .. podwójnie/jak/przez .. mgł*/mgle/za',
      'pogorszy* .. wzrok',
      'błyski/blyski/mroczki .. oczach/oczami/oku',
      'nagle/nagla .. nie widzę/widze',
      'oślep*',
      'tracę/stracił*/straciłam/trace wzrok',
      'nie widzę .. oko/oczy/okiem',
      'nic nie widzę',
    ],
    near: [
      [
        ['oko/oku/okiem/oka/oczami/oczach/oczy/oczu/wzrok*/widze*/widzę'],
        [
          'mgł*/mgle/zamgl*/zasłon*/zaslon*/kurtyn*/czarn*/firan*/błysk*/blysk*/iskr*/zygzak*/mroczk*/męt*/met*/plam*/niewyraźn*/niewyrazn*/pogorsz*/rozmaz*/zamaz*/podwójn*/podwojn*/muszk*/ciemn*',
        ],
      ],
      [
        ['oko/oku/okiem/oczami/oczach/oczy/oczu/wzrok*/widzeni*', borrowed.sight],
        ['błysk*/mroczk*/męty/mety/zasłon*/kurtyn*/nagle/plamy/utrat*/ślep*', borrowed.sightGone],
      ],
      [['nagle/nagła/nagle/od'], ['nie widzę/widze', 'zamazan*/niewyraźn* widz*', 'widzę .. niewyraźnie/zamazane/podwójnie']],
    ],
  },
}
