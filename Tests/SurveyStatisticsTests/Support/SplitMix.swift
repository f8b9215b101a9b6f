import SurveyStatistics

/// The generator of the made-up surveys: the same numbers for the same seed everywhere.
typealias SplitMix = SplitMix64
