import Mustache

/// Makes Mustache escape by scalars, see ``MarkupEscaping``.
///
/// A template takes it by its first tag, ``pragma``. A partial would fall back to the library's
/// own escaping, therefore templates are put together from constants instead.
struct MarkupContentType: MustacheContentType {
  private static let name = "THUOCDO_MARKUP"

  /// The tag that every template begins with.
  static let pragma = "{{% CONTENT_TYPE: \(name)}}"

  private static let registration: Void = MustacheContentTypes.register(
    MarkupContentType(),
    named: name
  )

  /// A template whose variables are escaped by this type.
  static func template(_ source: String) throws -> MustacheTemplate {
    _ = registration
    return try MustacheTemplate(string: pragma + source)
  }

  func escapeText(_ text: String) -> String {
    MarkupEscaping.escape(text)
  }
}
