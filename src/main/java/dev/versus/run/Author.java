package dev.versus.run;

import dev.versus.comparison.Outcome;
import dev.versus.report.RunHeader;

/** The author of a comparison, such as a simulation: names it and may evaluate its rounds. */
public interface Author {

    /** Returns the name that the run is recorded under, by which it can be run again: that of a class. */
    String name();

    /**
     * Takes what was measured, once the rounds are over and before the reports are written.
     *
     * @param run what was known before
     * @param outcome all that was measured
     */
    void roundsOver(RunHeader run, Outcome outcome);
}
