package dev.versus.measurement;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.versus.CacheFolder;
import dev.versus.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scatter of ratios in earlier runs, in one file for each set of conditions under which it may be expected again: those of a reading
 * of the ruler. Only the newest entries are kept.
 *
 * @param folder the folder of all histories; it need not exist
 * @param name the name of the present conditions' file
 */
public record NoiseHistory(Path folder, String name) {

    private static final ObjectMapper JSON = Json.document();
    private static final int KEPT = 60;

    /**
     * The scatter of one ratio in one run.
     *
     * @param workload the kind of workload
     * @param metric the metric's id
     * @param scatter the standard deviation of {@code ln(b/a)} from round to round
     */
    public record Entry(String workload, String metric, double scatter) {}

    /**
     * Returns the history in the user's cache folder under these conditions.
     *
     * @param cpus how generator and services share the CPUs, in words
     */
    public static NoiseHistory ofUser(Machine machine, String cpus) {
        String conditions = String.join("\n", Ruler.conditions(machine, cpus));
        return new NoiseHistory(CacheFolder.ofUser().resolve("noise"), Digest.of(conditions) + ".json");
    }

    /** Returns the entries, oldest first; none if there is no file, or if it cannot be read. */
    public List<Entry> find() {
        try {
            return JSON.readValue(Files.readString(folder.resolve(name)), new TypeReference<>() {});
        } catch (IOException none) {
            return List.of();
        }
    }

    /**
     * Adds entries; the file is written whole, or not at all.
     *
     * @throws IOException if the folder cannot be written to
     */
    public void add(List<Entry> entries) throws IOException {
        List<Entry> all = Stream.concat(find().stream(), entries.stream()).toList();
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".noise-", ".part");
        try {
            Files.writeString(aside, JSON.writeValueAsString(all.subList(Math.max(0, all.size() - KEPT), all.size())));
            Files.move(aside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }
}
