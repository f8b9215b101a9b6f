/// One turn of a repeat.
struct RepeatPlace: Hashable, Sendable {
  /// The number of the turn among all turns of the repeat in the form.
  let turn: Int
  /// The repeat.
  let repeated: Int

  init(turn: Int, of repeated: Int) {
    self.turn = turn
    self.repeated = repeated
  }
}
