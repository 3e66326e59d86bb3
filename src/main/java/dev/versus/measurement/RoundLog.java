package dev.versus.measurement;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The file {@code rounds.jsonl}: one JSON object a line, each written whole as soon as it is known, so that a killed run loses nothing
 * that had ended. docs/results.md describes its lines.
 */
public final class RoundLog implements AutoCloseable {

    /** The file's name in a run's folder. */
    public static final String FILE = "rounds.jsonl";

    private final FileChannel file;
    private final ObjectMapper json;

    private RoundLog(FileChannel file, ObjectMapper json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Creates the log in a run's folder.
     *
     * @throws UncheckedIOException if the file cannot be made, or exists already
     */
    public static RoundLog create(Path runFolder, ObjectMapper json) {
        try {
            Path file = runFolder.resolve(FILE);
            return new RoundLog(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Appends one line: an object with the single key {@code kind}, whose value is the entry. The line is on the disk when this returns.
     *
     * @throws UncheckedIOException if the line cannot be written, for example because the disk is full
     */
    public synchronized void append(String kind, Object entry) {
        try {
            byte[] object = json.writeValueAsBytes(java.util.Map.of(kind, entry));
            byte[] line = Arrays.copyOf(object, object.length + 1);
            line[object.length] = '\n';
            ByteBuffer unwritten = ByteBuffer.wrap(line);
            while (unwritten.hasRemaining()) {
                file.write(unwritten);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the round could not be kept in " + FILE + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
