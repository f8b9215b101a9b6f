/// What is wrong with a part of a workbook as XML.
package enum XMLFault: Sendable, Hashable {
  /// The part ends inside an element, a tag or a comment.
  case notClosed
  case mismatchedEnd
  case badTag
  case badEntity
  /// A document type, which could define entities without end.
  case documentType
  case tooLong
  case tooDeep
  case invalidUTF8
  case otherEncoding
  case forbiddenCharacter
  case textOutsideRoot
}
