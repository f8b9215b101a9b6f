/// What the clock said when the form was opened, who opened it where, and what was saved before it.
public struct FormMoment: Hashable, Sendable {
  /// The instant.
  public private(set) var now: Timestamp
  /// The answers of the form saved before, one for each question; none when there is no such form.
  public var lastSaved: [Answer] = []
  /// The code of whoever conducts the interview, never a name; empty where nobody said.
  public var operatorCode = ""
  /// The code of the copy of the study in which it is kept; empty where there is none.
  public var deviceCode = ""

  /// Makes a moment.
  public init(now: Timestamp) { self.now = now }

  /// The same form at another instant.
  func at(_ now: Timestamp) -> FormMoment {
    var moment = self
    moment.now = now
    return moment
  }
}
