package dev.versus.measurement;

import java.util.Optional;

/**
 * The reading of the ruler that a run can use, or the reason why there is none.
 *
 * @param missing why there is no reading, in words; empty if there is one
 */
public record Calibration(Optional<Ruler> reading, Optional<String> missing) {

    /** The command that makes a reading. */
    public static final String COMMAND =
            "./mvnw gatling:test -Dgatling.simulationClass=dev.versus.simulations.Calibrate";

    /** Returns a calibration with a valid reading. */
    public static Calibration of(Ruler ruler) {
        return new Calibration(Optional.of(ruler), Optional.empty());
    }

    /** Returns a calibration without a reading, and why. */
    public static Calibration missing(String why) {
        return new Calibration(Optional.empty(), Optional.of(why));
    }
}
