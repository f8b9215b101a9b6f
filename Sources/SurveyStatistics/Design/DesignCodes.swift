/// A column of codes of strata or clusters, in whatever width they are kept.
///
/// A negative code is a missing one.
public enum DesignCodes: Sendable {
  /// Codes of any size.
  case integers([Int])
  /// Codes in four bytes.
  case words([Int32])
  /// Codes in one byte, none of which is missing.
  case bytes([UInt8])

  /// The number of rows.
  public var count: Int {
    switch self {
    case .integers(let codes): codes.count
    case .words(let codes): codes.count
    case .bytes(let codes): codes.count
    }
  }

  /// The code of a row.
  public subscript(row: Int) -> Int {
    switch self {
    case .integers(let codes): codes[row]
    case .words(let codes): Int(codes[row])
    case .bytes(let codes): Int(codes[row])
    }
  }

  /// The first row whose code is missing.
  var firstMissing: Int? {
    switch self {
    case .integers(let codes): codes.firstIndex { $0 < 0 }
    case .words(let codes): codes.firstIndex { $0 < 0 }
    case .bytes: nil
    }
  }
}
