/// What `import --format json` answers.
struct Imports: Decodable {
  struct One: Decodable {
    struct Continued: Decodable {
      let accepted: Int
      let rejected: Int
    }
    struct Refusal: Decodable {
      let code: String?
      let text: String
    }
    struct Note: Decodable {
      let code: String?
      let count: Int
      let text: String
    }
    struct Status: Decodable {
      let column: String
      let value: String
      let rows: Int
    }
    let file: String
    let batch: String?
    let held_back: Bool
    let rows: Int
    let new: Int
    let would_be_new: Int
    let same: Int
    let changed: Int
    let replaced: Int
    let added: Int
    let rejected: Int
    let copies: Int
    let repeated: Int
    let left_out: Int
    let dry_run: Bool
    let key: [String]
    let rejects_file: String?
    let changes: [String]
    let continued: Continued?
    let error: Refusal?
    let notes: [Note]
    let statuses: [Status]

    var counts: [Int] { [new, same, changed, replaced, added, rejected, copies, repeated] }
  }
  let imports: [One]
}
