import Tabular

/// How the cells of a report's workbook look: as the page does, readable without colour.
enum SheetLook {
  private static let black: UInt32 = 0x1A1A1A
  private static let grey: UInt32 = 0x404040
  private static let totalFill: UInt32 = 0xF2F2F2
  private static let headFill: UInt32 = 0xE8ECF1

  static let title = make {
    $0.isBold = true
    $0.size = 14
    $0.wraps = true
  }
  static let caption = make {
    $0.isBold = true
    $0.size = 12
    $0.wraps = true
  }
  static let chapter = make {
    $0.isBold = true
    $0.hasRuleBelow = true
  }
  static let text = make { $0.wraps = true }
  static let note = make {
    $0.isItalic = true
    $0.wraps = true
    $0.colour = grey
  }
  static let link = make {
    $0.colour = 0x1F4E79
    $0.isTop = true
  }

  static func head(column: Int, isTrailing: Bool) -> CellLook {
    make {
      if column > 0, !isTrailing { $0.indent = 1 }
      $0.isBold = true
      $0.wraps = true
      $0.fill = headFill
      $0.hasRuleBelow = true
      $0.isTrailing = isTrailing
    }
  }

  /// The look of a cell of a table around what its number is shown as.
  static func cell(
    _ look: CellLook,
    of row: Table.Row,
    column: Int,
    isTrailing: Bool
  ) -> CellLook {
    var look = look
    look.isTop = true
    look.isBold = look.isBold || row.isTotal || row.isHeading
    if row.isTotal { look.fill = totalFill }
    if column == 0 { look.indent = min(max(row.indent, 0), 4) }
    guard column > 0 else { return look }
    // Text keeps away from the figures before it.
    if isTrailing { look.isTrailing = true } else { look.indent = 1 }
    return look
  }

  static func verdict(_ tone: Report.VerdictBlock.Tone) -> CellLook {
    make {
      $0.isBold = true
      $0.isTop = true
      $0.colour = colour(of: tone)
    }
  }

  static let symbol = make { $0.colour = grey }

  private static func colour(of tone: Report.VerdictBlock.Tone) -> UInt32 {
    switch tone {
    case .met: 0x1B5E20
    case .notMet: 0x8C1D18
    case .undecided: 0x6B4700
    case .suppressed: grey
    }
  }

  private static func make(_ change: (inout CellLook) -> Void) -> CellLook {
    var look = CellLook()
    change(&look)
    return look
  }
}
