package import SurveyModel

/// The files of choices that stand beside a form.
package enum LookupTableFile {
  /// The table in the file `name` in the folder of `file`; none when it cannot be read.
  package static func read(_ name: String, beside file: String) -> LookupTable? {
    guard name.hasSuffix(".csv"), !name.contains("/") else { return nil }
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    guard let text = try? SourceFile(path: folder + name).text() else { return nil }
    return TableShelf.parse(text, file: name)
  }
}
