/// Why a result of one unit cannot be carried to another.
public enum UnitObstacle: Hashable, Sendable {
  /// The unit was divided, so that nobody knows who of it is where now.
  case divided(AdministrativeUnit)
  /// What became of the unit is not confirmed.
  case unconfirmedSuccessor(AdministrativeUnit)
  /// What became of the unit is not recorded.
  case noSuccessor(AdministrativeUnit)
  /// The unit did not exist yet, or its first day is not confirmed.
  case notYet(AdministrativeUnit)
  /// It is not recorded what the unit was made of, or not all of it.
  case unknownPredecessor(of: AdministrativeUnit)
  /// It is not confirmed that a unit went into it.
  case unconfirmedPredecessor(AdministrativeUnit, of: AdministrativeUnit)
  /// Only a part of a unit went into it.
  case partialPredecessor(AdministrativeUnit, of: AdministrativeUnit)
  /// A new unit of an area also holds a unit from elsewhere.
  case shared(AdministrativeUnit, with: AdministrativeUnit)
  /// The register does not list all parts of the unit.
  case unlistedParts(AdministrativeUnit)
  /// Successions lead in a circle.
  case circle(AdministrativeUnit)
}

extension UnitObstacle: LocalizedMessage {
  /// The reason as a sentence without its full stop.
  public func text(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    func title(_ unit: AdministrativeUnit) -> String { unit.title(in: .vietnamese) }
    return switch self {
    case .divided(let unit): "\(title(unit)) (cũ) bị chia cho nhiều đơn vị mới"
    case .unconfirmedSuccessor(let unit):
      "chưa xác nhận \(title(unit)) (cũ) nay thuộc đơn vị nào"
    case .noSuccessor(let unit): "danh mục không ghi \(title(unit)) (cũ) nay thuộc đơn vị nào"
    case .notYet(let unit): "\(title(unit)) chưa có vào ngày đó, hoặc ngày bắt đầu chưa xác nhận"
    case .unknownPredecessor(let unit):
      "chưa biết đủ \(title(unit)) được lập từ những đơn vị nào"
    case .unconfirmedPredecessor(let one, let other):
      "chưa xác nhận \(title(one)) (cũ) nhập vào \(title(other))"
    case .partialPredecessor(let one, let other):
      "chỉ một phần \(title(one)) (cũ) nhập vào \(title(other))"
    case .shared(let one, let other):
      "\(title(one)) có cả \(title(other)) (cũ), là nơi khác"
    case .unlistedParts(let unit): "danh mục không ghi đủ các phần của \(title(unit)) (cũ)"
    case .circle(let unit): "danh mục ghi việc kế thừa của \(title(unit)) thành vòng tròn"
    }
  }

  private var english: String {
    func title(_ unit: AdministrativeUnit) -> String { unit.title(in: .english) }
    return switch self {
    case .divided(let unit): "the former \(title(unit)) was divided among several new units"
    case .unconfirmedSuccessor(let unit):
      "it is not confirmed where the former \(title(unit)) is now"
    case .noSuccessor(let unit): "the register does not say where the former \(title(unit)) is now"
    case .notYet(let unit):
      "\(title(unit)) did not exist on that day, or its first day is not confirmed"
    case .unknownPredecessor(let unit): "it is not known in full what \(title(unit)) was made of"
    case .unconfirmedPredecessor(let one, let other):
      "it is not confirmed that the former \(title(one)) went into \(title(other))"
    case .partialPredecessor(let one, let other):
      "only a part of the former \(title(one)) went into \(title(other))"
    case .shared(let one, let other):
      "\(title(one)) also holds the former \(title(other)), which was elsewhere"
    case .unlistedParts(let unit):
      "the register does not list all parts of the former \(title(unit))"
    case .circle(let unit): "the successions of \(title(unit)) lead in a circle"
    }
  }
}
