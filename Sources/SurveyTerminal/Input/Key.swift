/// One thing done at the keyboard.
package enum Key: Hashable, Sendable {
  /// A scalar of text.
  case scalar(Unicode.Scalar)
  case enter
  case deleteBackward
  case deleteForward
  case left
  case right
  case home
  case end
  /// Ctrl-U: empties the line.
  case clear
  /// Ctrl-C.
  case interrupt
  /// Ctrl-D: the end of input when nothing is typed.
  case endOfInput
}
