/// The head and the foot of an administrative document (Decree 30/2020/NĐ-CP, Appendix I).
///
/// Its number and its date are left blank: the office writes them when it signs.
package struct Letterhead: Hashable, Sendable {
  /// The office above, if one is named.
  package var parent: String?
  /// The office that issues the document.
  package var issuer: String
  /// What follows the blank number, such as `BC-UBND`.
  package var symbol: String
  /// The place beside the blank date.
  package var place: String
  /// The kind of document, such as a report.
  package var kind: String
  /// What it is about.
  package var subject: String
  /// What it is based on, a line each.
  package var bases: [String]
  /// On whose behalf it is signed, such as `TM. ỦY BAN NHÂN DÂN`.
  package var authority: String?
  /// The position of who signs; names are never printed.
  package var position: String?
  /// Who receives it, a line each.
  package var recipients: [String]

  /// Makes a head and a foot.
  package init(
    parent: String? = nil,
    issuer: String,
    symbol: String,
    place: String,
    kind: String,
    subject: String,
    bases: [String] = [],
    authority: String? = nil,
    position: String? = nil,
    recipients: [String] = []
  ) {
    self.parent = parent
    self.issuer = issuer
    self.symbol = symbol
    self.place = place
    self.kind = kind
    self.subject = subject
    self.bases = bases
    self.authority = authority
    self.position = position
    self.recipients = recipients
  }
}
