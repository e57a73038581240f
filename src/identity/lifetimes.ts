/** How long a link to "Check it's you" may be used: long enough to fetch the letter from the drawer. */
export const LINK_MINUTES = 30

/** How often somebody may try to fill in the page of one link. */
export const TRIES_PER_LINK = 5

/** How long a conversation goes on knowing who was checked in it; a phone may be in other hands tomorrow. */
export const CHECK_HOURS = 24
