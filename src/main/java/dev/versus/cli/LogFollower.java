package dev.versus.cli;

import dev.versus.ForeignText;
import dev.versus.cli.keeper.KeptReplica;
import dev.versus.environment.Ticker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Prints logs as they grow, each line behind the name of its replica. Only whole lines are printed; a last line without a line break is
 * printed at the end. Of a line longer than 64 KiB, the first 64 KiB are printed.
 */
final class LogFollower {

    private static final Duration POLL = Duration.ofMillis(200);

    private final List<Tail> tails;
    private final PrintWriter out;

    LogFollower(List<KeptReplica> replicas, PrintWriter out) {
        int width =
                replicas.stream().mapToInt(one -> one.label().length()).max().orElse(0);
        this.tails = replicas.stream()
                .map(one -> new Tail(one.log(), pad(one.label(), width) + " | "))
                .toList();
        this.out = out;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    /** Prints the lines that exist, and new lines for as long as {@code goesOn} is true. */
    void run(BooleanSupplier goesOn) {
        boolean again = true;
        while (again) {
            again = goesOn.getAsBoolean() && !Thread.currentThread().isInterrupted();
            tails.forEach(tail -> tail.print(out));
            out.flush();
            if (again) {
                Ticker.real().pause(POLL);
            }
        }
        tails.forEach(tail -> tail.printRest(out));
        out.flush();
    }

    /** One log and the position up to which it has been read. */
    private static final class Tail {

        private static final int CHUNK = 64 * 1024;

        private final Path log;
        private final String prefix;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long read;

        Tail(Path log, String prefix) {
            this.log = log;
            this.prefix = prefix;
        }

        void print(PrintWriter out) {
            try (var file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(read);
                byte[] chunk = new byte[CHUNK];
                for (int count = file.read(chunk); count > 0; count = file.read(chunk)) {
                    read += count;
                    for (int i = 0; i < count; i++) {
                        add(chunk[i], out);
                    }
                }
            } catch (IOException noneYetOrGone) {
                // A log that is not there has nothing to print.
            }
        }

        private void add(byte next, PrintWriter out) {
            if (next == '\n') {
                out.println(prefix
                        + ForeignText.line(line.toString(StandardCharsets.UTF_8).stripTrailing()));
                line.reset();
            } else if (line.size() < CHUNK) {
                line.write(next);
            }
        }

        void printRest(PrintWriter out) {
            if (line.size() > 0) {
                add((byte) '\n', out);
            }
        }
    }
}
