package dev.versus.build;

import dev.versus.BoundedProcess;
import dev.versus.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Temporary folder in which something is built.
 *
 * @param aside the folder with all that the build makes
 */
record Workplace(Path aside) {

    /** The beginning of the names of temporary folders in the cache. */
    static final String PREFIX = ".building-";

    /** The variable that every tool of a build carries: its temporary folder. */
    static final String VARIABLE = "VERSUS_BUILD";

    private static final Duration LIMIT = Duration.ofMinutes(20);

    /** Returns the folder that becomes the folder of the cache. */
    Path folder() {
        return aside.resolve("made");
    }

    /** Returns the folder for temporary files of tools, which is removed with all the rest. */
    Path temporary() {
        return aside.resolve("tmp");
    }

    /**
     * Runs a tool in the folder that is made, for 20 minutes at most. It sees few variables of this JVM.
     *
     * @param tool the tool, whose settings it sees
     * @param more more variables, which take precedence
     * @throws BuildFailed if the tool fails
     */
    void run(ToolVariables tool, List<String> command, Map<String, String> more) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder().toFile()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(tool.ofThisJvm());
        variables.putAll(own());
        variables.putAll(more);
        await(started(builder, shown(command)), shown(command));
    }

    private static BoundedProcess started(ProcessBuilder builder, String command) {
        try {
            return BoundedProcess.start(builder, LIMIT);
        } catch (IOException unstartable) {
            throw BuildFailed.unstartable(command, unstartable);
        }
    }

    /** Waits for a tool. If this JVM is ended meanwhile, the tool ends and its files go. */
    private void await(BoundedProcess tool, String command) {
        var end = new Thread(
                () -> {
                    tool.close();
                    FileTree.delete(aside);
                },
                "versus-build-end");
        Runtime.getRuntime().addShutdownHook(end);
        try (tool) {
            var unused = tool.await();
        } catch (IOException failed) {
            tool.close();
            throw BuildFailed.of(command, tool.printed(), aside, failed);
        } finally {
            forget(end);
        }
    }

    private static void forget(Thread hook) {
        try {
            var unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook runs already.
        }
    }

    private Map<String, String> own() {
        var own = new HashMap<String, String>();
        own.put(VARIABLE, aside.toString());
        List.of("TMPDIR", "TEMP", "TMP")
                .forEach(name -> own.put(name, temporary().toString()));
        return own;
    }

    private static String shown(List<String> command) {
        return String.join(" ", command).replaceFirst("^\\S*/", "");
    }
}
