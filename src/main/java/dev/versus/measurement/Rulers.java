package dev.versus.measurement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.CacheFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

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

    private static final ObjectMapper JSON = Json.document();
    private static final int NAME_LENGTH = 16;

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
        return folder.resolve(checksum(Ruler.conditions(machine, cpus)) + ".json");
    }

    private static String checksum(List<String> conditions) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", conditions).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
