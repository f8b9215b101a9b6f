/// What kind of administrative unit something is; the raw values stand in the register.
public enum UnitKind: String, CaseIterable, Hashable, Sendable {
  case province = "tinh"
  /// A city that stands beside the provinces.
  case municipality = "thanh-pho-tw"
  /// A city of a province, until 30 June 2025.
  case provincialCity = "thanh-pho"
  /// A town, until 30 June 2025.
  case town = "thi-xa"
  case ruralDistrict = "huyen"
  case urbanDistrict = "quan"
  case ward = "phuong"
  case commune = "xa"
  /// The town of a rural district, until 30 June 2025.
  case township = "thi-tran"
  /// A special zone, such as an island, since 1 July 2025.
  case specialZone = "dac-khu"

  /// The tiers of administration.
  public enum Level: Int, CaseIterable, Hashable, Comparable, Sendable {
    case province
    /// Abolished on 1 July 2025.
    case district
    case commune

    /// A province stands above a district above a commune.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The tier of administration.
  public var level: Level {
    switch self {
    case .province, .municipality: .province
    case .provincialCity, .town, .ruralDistrict, .urbanDistrict: .district
    case .ward, .commune, .township, .specialZone: .commune
    }
  }

  /// The word that stands beside the name.
  public func word(in language: InterfaceLanguage) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }

  private var vietnamese: String {
    switch self {
    case .province: "tỉnh"
    case .municipality, .provincialCity: "thành phố"
    case .town: "thị xã"
    case .ruralDistrict: "huyện"
    case .urbanDistrict: "quận"
    case .ward: "phường"
    case .commune: "xã"
    case .township: "thị trấn"
    case .specialZone: "đặc khu"
    }
  }

  private var english: String {
    switch self {
    case .province: "province"
    case .municipality, .provincialCity: "city"
    case .town: "town"
    case .ruralDistrict: "rural district"
    case .urbanDistrict: "urban district"
    case .ward: "ward"
    case .commune: "commune"
    case .township: "township"
    case .specialZone: "special zone"
    }
  }
}
