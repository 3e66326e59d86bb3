package dev.versus.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.CacheFolder;
import dev.versus.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The stored readings of the ruler, one file for each set of conditions under which a reading is valid: model and number of the CPUs,
 * kernel, JDK, JVM flags, and how generator and services share the CPUs.
 *
 * @param folder the folder of the readings; it need not exist
 * @param clock tells how old a reading is
 */
public record Rulers(Path folder, Clock clock) {

    /** The age up to which a reading is valid: microcode, firmware and neighbours of a virtual machine change unseen. */
    public static final Duration LONGEST_AGE = Duration.ofDays(30);

    private static final int DIGITS = 16;
    private static final ObjectMapper JSON = Json.document();

    /** Returns the readings in the user's cache folder. */
    public static Rulers ofUser() {
        return new Rulers(CacheFolder.ofUser().resolve("rulers"), Clock.systemUTC());
    }

    /**
     * Finds the reading for these conditions.
     *
     * @param cpus how generator and services share the CPUs, in words
     * @return the reading, or why there is none
     */
    public Calibration find(Machine machine, String cpus) {
        Path file = fileOf(machine, cpus);
        try {
            Ruler ruler = JSON.readValue(Files.readString(file), Ruler.class);
            return judged(ruler, ruler.isOf(machine, cpus), file);
        } catch (NoSuchFileException none) {
            return Calibration.missing("not calibrated here, with this JDK, these JVM flags and CPUs (" + cpus + ")");
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            return Calibration.missing("the reading in " + file + " is damaged, and is not used");
        } catch (IOException e) {
            return Calibration.missing("the reading in " + file + " cannot be read: " + e.getMessage());
        }
    }

    private Calibration judged(Ruler ruler, boolean ofHere, Path file) {
        Instant now = clock.instant();
        if (!ofHere) {
            return Calibration.missing("the reading in " + file + " is of another machine, JDK or share of the CPUs");
        }
        return ruler.measured().isAfter(now.minus(LONGEST_AGE))
                        && !ruler.measured().isAfter(now)
                ? Calibration.of(ruler)
                : Calibration.missing("the reading of " + ruler.measured() + " is older than " + LONGEST_AGE.toDays()
                        + " days or dated in the future, and is not used");
    }

    /**
     * Stores a reading in place of an earlier one; the file is written whole, or not at all.
     *
     * @return the reading's file
     * @throws IOException if the folder cannot be written to
     */
    public Path keep(Ruler ruler) throws IOException {
        Path file = fileOf(ruler.machine(), ruler.cpus());
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".ruler-", ".part");
        try {
            Files.writeString(aside, JSON.writeValueAsString(ruler));
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
        return file;
    }

    Path fileOf(Machine machine, String cpus) {
        String name = Digest.of(String.join("\n", Ruler.conditions(machine, cpus)));
        return folder.resolve(name.substring(0, DIGITS) + ".json");
    }
}
