import SurveyModel
package import Tabular

/// A file that can be read more than once, even when it is standard input or a pipe.
package struct SourceFile: Sendable {
  /// The path as it was given; `-` is standard input.
  package let path: String
  /// The bytes.
  package var source: ByteSource { spool.source }
  /// Whether the bytes came through standard input or a pipe, beside which no file can stand.
  package var isStream: Bool { spool.isStream }
  private let spool: ByteSpool

  /// Opens the file at `path`, or takes standard input when it is `-`.
  package init(path: String) throws(TableFault) {
    self.path = path
    do throws(TabularError) {
      spool = try ByteSpool(path == "-" ? .standardInput : .file(path: path))
    } catch {
      throw .tabular(error)
    }
  }

  /// The name without its folders; a pipe has none but its path.
  package var name: String {
    isStream ? path : path.split(separator: "/").last.map { String($0) } ?? path
  }

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
