extension XLSFormItem {
  /// The names of tables that the expressions of this row look things up in.
  var lookedUpNames: [String] {
    var names: [String] = []
    for (_, text) in cells.sorted(by: { $0.key < $1.key }) {
      for call in ["pulldata(", "instance("] {
        var rest = Substring(text)
        while let found = rest.firstRange(of: call) {
          rest = rest[found.upperBound...].drop { $0 == " " }
          guard let quote = rest.first, quote == "'" || quote == "\"" else { continue }
          rest = rest.dropFirst()
          guard let end = rest.firstIndex(of: quote) else { break }
          let name = String(rest[..<end])
          if !name.isEmpty, name != "__last-saved", !names.contains(name) { names.append(name) }
          rest = rest[end...]
        }
      }
    }
    return names
  }
}
