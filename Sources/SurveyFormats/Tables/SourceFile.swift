import SurveyModel
package import Tabular

/// A file that can be read more than once; standard input is kept in memory.
package struct SourceFile: Sendable {
  /// The path as it was given; `-` is standard input.
  package let path: String
  /// The bytes.
  package let source: ByteSource

  /// Opens the file at `path`, or takes standard input when it is `-`.
  package init(path: String) throws(TableFault) {
    self.path = path
    guard path == "-" else {
      source = .file(path: path)
      return
    }
    var bytes: [UInt8] = []
    do throws(TabularError) {
      let stream = try ByteStream(raw: .standardInput)
      while let chunk = try stream.nextChunk() { bytes += chunk }
    } catch {
      throw .tabular(error)
    }
    source = .bytes(bytes)
  }

  /// The name without its folders.
  package var name: String { path.split(separator: "/").last.map { String($0) } ?? path }

  /// Lends all bytes in order.
  package func forEachChunk(_ body: (Span<UInt8>) -> Void) throws(TableFault) {
    do throws(TabularError) {
      try ByteStream(raw: source).forEachChunk(body)
    } catch {
      throw .tabular(error)
    }
  }

  /// The whole file as text.
  ///
  /// - Throws: ``TableFault`` when it is absent, a folder, too large, or no UTF-8 text.
  package func text(limit: Int = 8 * 1024 * 1024) throws(TableFault) -> String {
    var bytes: [UInt8] = []
    do throws(TabularError) {
      let stream = try ByteStream(source)
      while let chunk = try stream.nextChunk() {
        bytes += chunk
        if bytes.count > limit { throw TabularError.recordTooLong(line: 1, limit: limit) }
      }
    } catch {
      throw .tabular(error)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8Text }
    return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
  }
}
