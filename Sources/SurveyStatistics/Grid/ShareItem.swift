/// The answers to one closed question, and which of them count as "yes".
///
/// One byte a row, so that a whole questionnaire of a million interviews fits where a few
/// columns of numbers would.
public struct ShareItem: Sendable {
  /// What an answer says about the share.
  public enum State: UInt8, Sendable {
    /// In the denominator only.
    case no
    /// In the numerator and the denominator.
    case yes
    /// In neither.
    case missing
  }

  /// The code of each row.
  let codes: [UInt8]
  /// The state of each of the 256 codes.
  let states: [State]

  /// Makes an item from a code per row and the state of every code that occurs.
  ///
  /// Codes for which `states` has no entry are missing answers.
  public init(codes: [UInt8], states: [State]) {
    self.codes = codes
    self.states =
      Array(states.prefix(256)) + Array(repeating: .missing, count: max(0, 256 - states.count))
  }

  /// Makes an item from 0, 1 and NaN (missing).
  ///
  /// - Throws: ``SampleDesignError/notZeroOrOne(_:row:)`` for any other number.
  public init(_ values: [Double]) throws(SampleDesignError) {
    if let row = values.firstIndex(where: { $0 != 0 && $0 != 1 && !$0.isNaN }) {
      throw .notZeroOrOne(values[row], row: row)
    }
    codes = values.map { $0.isNaN ? 2 : UInt8($0) }
    states = [.no, .yes] + Array(repeating: .missing, count: 254)
  }

  /// 0, 1 and NaN, as the estimators for one variable take them.
  public var values: [Double] {
    let value = states.map { state -> Double in
      switch state {
      case .no: 0
      case .yes: 1
      case .missing: .nan
      }
    }
    return codes.map { value[Int($0)] }
  }
}
