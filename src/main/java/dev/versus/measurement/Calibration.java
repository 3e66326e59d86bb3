package dev.versus.measurement;

import java.util.Optional;

/**
 * What is known of the ruler where a run takes place.
 *
 * @param reading the reading that holds there
 * @param missing why there is none, in words; empty if there is one
 */
public record Calibration(Optional<Ruler> reading, Optional<String> missing) {

    /** The command that makes a reading. */
    public static final String COMMAND =
            "./mvnw gatling:test -Dgatling.simulationClass=dev.versus.simulations.Calibrate";

    /** A reading that holds. */
    public static Calibration of(Ruler ruler) {
        return new Calibration(Optional.of(ruler), Optional.empty());
    }

    /** No reading, and why. */
    public static Calibration missing(String why) {
        return new Calibration(Optional.empty(), Optional.of(why));
    }
}
