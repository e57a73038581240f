/** Who was told of which other places after her clinic was cancelled. */
export type RebookingOffers = {
  /** Whether this is now ours to do; false when she was told already. One that was begun and not ended is begun again. */
  begin(appointmentId: string, placeIds: number[], by: { id: string; firstName: string }, at: Date): Promise<boolean>
  end(appointmentId: string, via: 'chat' | 'nowhere'): Promise<void>
}
