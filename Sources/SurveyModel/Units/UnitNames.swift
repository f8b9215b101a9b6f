/// The names of units in the form in which they are compared.
struct UnitNames: Sendable {
  private let placesByName: [String: [Int]]

  init(_ units: [AdministrativeUnit]) {
    var places: [String: [Int]] = [:]
    for (place, unit) in units.enumerated() {
      places[Self.key(unit.name), default: []].append(place)
    }
    placesByName = places
  }

  /// The places of the units that `phrase` may mean.
  func places(of phrase: UnitPhrase) -> [Int] { placesByName[phrase.name, default: []] }

  /// A bare name as it is compared: `hoà` is `hòa`, `01` is `1`.
  static func key(_ name: String) -> String {
    let key = MatchingKey(name).text
    guard !key.isEmpty, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return key }
    let digits = key.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }
}

/// A name of a unit as somebody wrote it, such as `P.1` or `TX. Vĩnh Châu`.
struct UnitPhrase {
  /// The bare name as it is compared.
  let name: String
  /// The kinds that the words before the name allow; nil when there are none.
  let kinds: Set<UnitKind>?

  /// Reads `text`, a name with or without its kind.
  init(_ text: some StringProtocol) {
    let key = MatchingKey(String(text)).text
    for (lead, kinds) in Self.leads where key.hasPrefix(lead) {
      let rest = String(key.dropFirst(lead.count)).trimmed
      if !rest.isEmpty {
        name = UnitNames.key(rest)
        self.kinds = kinds
        return
      }
    }
    name = UnitNames.key(key)
    kinds = nil
  }

  /// Whether the words can mean a unit that has the name.
  ///
  /// A number alone names no ward.
  func allows(_ kind: UnitKind) -> Bool {
    guard let kinds else { return !name.allSatisfy(\.isNumber) }
    return kinds.contains(kind)
  }

  /// Words and abbreviations in front of names, the longer before those that they begin with.
  private static let leads: [(lead: String, kinds: Set<UnitKind>)] = [
    ("thành phố ", [.municipality, .provincialCity]), ("tp.", [.municipality, .provincialCity]),
    ("tp ", [.municipality, .provincialCity]), ("thị trấn ", [.township]), ("tt.", [.township]),
    ("tt ", [.township]), ("thị xã ", [.town]), ("tx.", [.town]), ("tx ", [.town]),
    ("phường ", [.ward]), ("p.", [.ward]), ("p ", [.ward]), ("xã ", [.commune]),
    ("x.", [.commune]), ("huyện ", [.ruralDistrict]), ("h.", [.ruralDistrict]),
    ("quận ", [.urbanDistrict]), ("q.", [.urbanDistrict]), ("tỉnh ", [.province]),
    ("đặc khu ", [.specialZone]),
  ]
}
