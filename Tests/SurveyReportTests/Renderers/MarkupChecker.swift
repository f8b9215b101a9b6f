/// A strict reader of the markup that the renderer writes: every tag is closed in order, every
/// attribute is quoted, every ampersand begins a known entity.
struct MarkupChecker {
  private static let voidNames: Set = ["meta", "br", "hr", "img", "link"]
  private static let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"]

  /// The names of all elements in order.
  private(set) var names: [String] = []
  /// All values of attributes and text, with entities resolved.
  private(set) var texts: [String] = []
  /// The first thing that is wrong.
  private(set) var problem: String?
  private var open: [String] = []

  init(_ markup: String) {
    var rest = markup.unicodeScalars[...]
    if markup.hasPrefix("<!DOCTYPE html>") {
      rest = rest.dropFirst(15)
    }
    while !rest.isEmpty, problem == nil {
      if rest.first == "<" {
        guard let end = Self.endOfTag(rest) else {
          problem = "unclosed tag"
          return
        }
        tag(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex(of: "<") ?? rest.endIndex
        text(String(rest[..<end]), isRaw: open.last == "style")
        rest = rest[end...]
      }
    }
    if problem == nil, !open.isEmpty {
      problem = "still open: \(open)"
    }
  }

  private static func endOfTag(_ rest: Substring.UnicodeScalarView) -> String.Index? {
    var quoted = false
    for index in rest.indices {
      if rest[index] == "\"" {
        quoted.toggle()
      } else if rest[index] == ">", !quoted {
        return index
      }
    }
    return nil
  }

  private mutating func tag(_ body: String) {
    if body.hasPrefix("/") {
      let name = String(body.dropFirst())
      if open.popLast() != name {
        problem = "</\(name)> closes another element"
      }
      return
    }
    let isEmpty = body.hasSuffix("/")
    let name = String(body.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":") })
    names.append(name)
    if !isEmpty, !Self.voidNames.contains(name) {
      open.append(name)
    }
    attributes(body.dropFirst(name.count).dropLast(isEmpty ? 1 : 0), of: name)
  }

  private mutating func attributes(_ list: Substring, of name: String) {
    var rest = list.unicodeScalars[...]
    while let quote = rest.firstIndex(of: "\"") {
      let key = String(rest[..<quote])
      rest = rest[rest.index(after: quote)...]
      let isName = key.dropFirst().dropLast().allSatisfy { $0.isASCII && $0 != " " }
      guard key.first == " ", key.last == "=", isName, let end = rest.firstIndex(of: "\"") else {
        problem = "bad attribute \(key) of \(name)"
        return
      }
      text(String(rest[..<end]), isRaw: false)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty {
      problem = "unquoted attribute \(String(rest)) of \(name)"
    }
  }

  private mutating func text(_ raw: String, isRaw: Bool) {
    guard !isRaw else { return }
    var result = String.UnicodeScalarView()
    var rest = raw.unicodeScalars[...]
    while let scalar = rest.first {
      guard scalar == "&" else {
        if scalar == "\"" || scalar == "'" || scalar == ">" {
          problem = "unescaped \(scalar) in \(raw)"
        }
        result.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      guard let entity = Self.entities.first(where: { rest.starts(with: $0.unicodeScalars) }) else {
        problem = "bare ampersand in \(raw)"
        return
      }
      let plain: [String: Unicode.Scalar] = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'",
      ]
      result.append(plain[entity] ?? "?")
      rest = rest.dropFirst(entity.unicodeScalars.count)
    }
    texts.append(String(result))
  }
}
