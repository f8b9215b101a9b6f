/// The day of the interview as it stands in a record.
struct InterviewDay {
  var type: UInt8 = 0
  var length = 0
  var body: (UInt64, UInt64) = (0, 0)

  /// None for a missing answer, or one that is no day.
  init?(_ form: AnswerForm) {
    guard form.missing == 0, form.long < 0 else { return nil }
    type = UInt8(truncatingIfNeeded: form.head)
    length = Int(form.bodyLength)
    body = form.body
  }

  init(_ parts: AnswerParts) {
    type = parts.head.first ?? 0
    length = parts.body.count
    for (index, byte) in parts.body.prefix(16).enumerated() {
      if index < 8 {
        body.0 |= UInt64(byte) << (8 * index)
      } else {
        body.1 |= UInt64(byte) << (8 * (index - 8))
      }
    }
  }
}
