extension WaveError: CustomStringConvertible {
  /// The message in English.
  public var description: String { text(.english) }

  /// The message, with waves and rows counted from 1.
  public func text(_ language: StatisticsLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var english: String {
    switch self {
    case .unequalIdentities(let wave, let stage, let rows, let expected):
      "wave \(wave + 1): the identities of stage \(stage) have \(rows) rows,"
        + " the design has \(expected)"
    case .twoIdentities(let wave, let stage, let row, let other):
      "wave \(wave + 1): rows \(row + 1) and \(other + 1) are in one unit of stage \(stage)"
        + " but have two identities"
    case .sharedIdentity(let code, let wave, let stage, let row, let other):
      "wave \(wave + 1): rows \(row + 1) and \(other + 1) are in two units of stage \(stage)"
        + " that have the same identity \(code)"
    case .unequalWaves(let count, let expected):
      "\(count) statistics or coefficients were given for \(expected) waves"
    case .unequalGroups(let count, let wave, let expected):
      "wave \(wave + 1) has \(count) groups or coefficients where \(expected) are expected"
    case .unequalRows(let rows, let wave, let expected):
      "wave \(wave + 1): the statistics have \(rows) rows, the design has \(expected)"
    case .noSuchWave(let wave):
      "there is no wave \(wave + 1)"
    case .noSuchGroup(let group):
      "a wave has no group \(group + 1)"
    case .design(let error, let wave):
      "wave \(wave + 1): \(error.text(.english))"
    }
  }

  private var vietnamese: String {
    switch self {
    case .unequalIdentities(let wave, let stage, let rows, let expected):
      "đợt \(wave + 1): cột định danh của giai đoạn \(stage) có \(rows) dòng,"
        + " còn thiết kế mẫu có \(expected) dòng"
    case .twoIdentities(let wave, let stage, let row, let other):
      "đợt \(wave + 1): dòng \(row + 1) và dòng \(other + 1) thuộc cùng một đơn vị của"
        + " giai đoạn \(stage) nhưng có hai định danh"
    case .sharedIdentity(let code, let wave, let stage, let row, let other):
      "đợt \(wave + 1): dòng \(row + 1) và dòng \(other + 1) thuộc hai đơn vị của"
        + " giai đoạn \(stage) nhưng cùng định danh \(code)"
    case .unequalWaves(let count, let expected):
      "có \(count) số liệu hoặc hệ số cho \(expected) đợt"
    case .unequalGroups(let count, let wave, let expected):
      "đợt \(wave + 1) có \(count) nhóm hoặc hệ số, lẽ ra phải có \(expected)"
    case .unequalRows(let rows, let wave, let expected):
      "đợt \(wave + 1): số liệu có \(rows) dòng, còn thiết kế mẫu có \(expected) dòng"
    case .noSuchWave(let wave):
      "không có đợt số \(wave + 1)"
    case .noSuchGroup(let group):
      "có đợt không có nhóm số \(group + 1)"
    case .design(let error, let wave):
      "đợt \(wave + 1): \(error.text(.vietnamese))"
    }
  }
}
