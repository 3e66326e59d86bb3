package dev.versus.build;

import dev.versus.InvalidInput;
import dev.versus.system.Connectivity;
import dev.versus.system.Healthcheck;
import dev.versus.system.Mount;
import dev.versus.system.Program;
import dev.versus.system.ServiceDefinition;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Service that runs on this host what was built, where its image would run the same: paths inside the image become paths of this host.
 *
 * @param service the service as the Compose file describes it
 * @param paths the places of the image's files
 * @param programs the folders of programs that a command may name without their path
 */
record BuiltService(ServiceDefinition service, ImagePaths paths, List<Path> programs) {

    /** A path in a word: the whole word, or a part after {@code =}, a comma, a blank or a character of a shell; not that of an address. */
    private static final Pattern PATH = Pattern.compile("(?<![^=:,;\\s\"'`()<>|&])/(?!/)[^=:,;\\s\"'`()<>|&]*");

    /** Variables whose values are folders; the value of another one, or of an option, may as well be a path of an address. */
    private static final Pattern OF_FOLDERS = Pattern.compile("(PYTHON|CLASS|NODE_)PATH|.*_(DIR|HOME)");

    private static final String ALL = "/*";

    /** Variables of a Dockerfile that name places in the image, or that this host sets otherwise. */
    private static final List<String> OF_THE_IMAGE =
            List.of("PATH", "HOME", "LANG", "JAVA_HOME", "LD_LIBRARY_PATH", "PYTHONHOME", "VIRTUAL_ENV");

    /** Returns the service with the command and the user of its Dockerfile where the Compose file names none. */
    static ServiceDefinition withCommand(ServiceDefinition service, ImageStage image) {
        Program own = service.program();
        boolean hasOwn = !own.entrypoint().isEmpty();
        List<String> command = hasOwn || !own.command().isEmpty() ? own.command() : image.command();
        return service.with(
                new Program(
                        hasOwn ? own.entrypoint() : image.entrypoint(),
                        command,
                        own.environment(),
                        own.workingDir(),
                        own.user() == null ? image.user() : own.user()),
                service.connectivity(),
                service.healthcheck());
    }

    /**
     * Returns the service as this host runs it.
     *
     * @throws InvalidInput if its program is at a path of the image that was not built
     */
    ServiceDefinition onThisHost() {
        ImageStage image = paths.recipe().last();
        Program own = withCommand(service, image).program();
        List<String> named = own.commandLine();
        var line = new ArrayList<>(words(named));
        if (!line.isEmpty()) {
            line.set(0, program(named.get(0)));
        }
        var program = new Program(List.of(), line, environment(own), folder().toString(), own.user());
        return service.with(program, connectivity(image), healthcheck());
    }

    private Connectivity connectivity(ImageStage image) {
        Connectivity own = service.connectivity();
        List<Integer> expose = service.declaredPorts().isEmpty() ? image.ports() : own.expose();
        return new Connectivity(own.ports(), expose, own.networks(), own.mode(), own.hostname());
    }

    private Map<String, String> environment(Program own) {
        var all = new LinkedHashMap<>(paths.recipe().last().environment());
        all.keySet().removeAll(OF_THE_IMAGE);
        all.putAll(own.environment());
        all.replaceAll(
                (name, value) -> replaced(value, !OF_FOLDERS.matcher(name).matches()));
        return all;
    }

    private @Nullable Healthcheck healthcheck() {
        Healthcheck check = service.healthcheck();
        return check == null
                ? null
                : new Healthcheck(
                        words(check.test()),
                        check.interval(),
                        check.timeout(),
                        check.retries(),
                        check.startPeriod(),
                        check.startInterval());
    }

    /** Returns the working directory of the image. */
    private Path inImage() {
        String named = service.program().workingDir();
        Path image = paths.recipe().last().folder();
        return named == null ? image : image.resolve(named).normalize();
    }

    private Path folder() {
        return Stream.of(paths.find(inImage()), named(paths.built()))
                .flatMap(Optional::stream)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(paths.built());
    }

    private Optional<Path> named(Path base) {
        return Optional.ofNullable(service.program().workingDir()).map(base::resolve);
    }

    /** Returns the program of a command: one that was built, one of the image at a relative path, or one of this host. */
    private String program(String word) {
        if (!word.contains("/")) {
            return programs.stream()
                    .map(folder -> folder.resolve(word))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .map(Path::toString)
                    .orElse(word);
        }
        return place(inImage().resolve(word).toString())
                .or(() -> Optional.of(folder().resolve(word))
                        .filter(Files::isExecutable)
                        .map(Path::toString))
                .orElseThrow(() -> missing(word));
    }

    private List<String> words(List<String> words) {
        return words.stream().map(word -> replaced(word, false)).toList();
    }

    /** Returns a text with the paths of this host; the paths after {@code =} are values of options. */
    private String replaced(String text, boolean isValue) {
        return PATH.matcher(text).replaceAll(found -> {
            boolean isOption = found.start() > 0 && text.charAt(found.start() - 1) == '=';
            return Matcher.quoteReplacement(onThisHost(found.group(), isValue || isOption));
        });
    }

    /** Returns the place of a path, or of a file that the service makes there; the path itself if it may be something else. */
    private String onThisHost(String text, boolean isValue) {
        Path path = Path.of(text);
        boolean isBelow = paths.covers(path);
        boolean isNew = isBelow && !Files.exists(path) && (!isValue || text.matches(".*\\.[^/]+"));
        return place(text)
                .filter(place ->
                        !isValue || isBelow || mounted(path).isPresent() || Files.isRegularFile(Path.of(place)))
                .or(() -> Optional.of(path)
                        .filter(made -> isNew)
                        .flatMap(paths::future)
                        .map(Path::toString))
                .orElse(text);
    }

    /** Returns the place of a path; for all of a folder, as in a class path, that of the folder or of each file that is copied into it. */
    private Optional<String> place(String text) {
        Path inImage = Path.of(withoutWildcard(text));
        if (!text.endsWith(ALL)) {
            return mounted(inImage).or(() -> paths.find(inImage)).map(Path::toString);
        }
        String files =
                paths.filesIn(inImage).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return paths.find(inImage)
                .map(folder -> folder + ALL)
                .or(() -> Optional.of(files).filter(all -> !all.isEmpty()));
    }

    /** Finds a path in a folder or file of this host that the service mounts. */
    private Optional<Path> mounted(Path inImage) {
        return service.storage().mounts().stream()
                .filter(mount -> mount.type() == Mount.Type.BIND && inImage.startsWith(mount.target()))
                .map(mount -> Path.of(String.valueOf(mount.source()))
                        .resolve(Path.of(mount.target()).relativize(inImage)))
                .filter(Files::exists)
                .findFirst();
    }

    private static String withoutWildcard(String text) {
        return text.endsWith(ALL) ? text.substring(0, text.length() - ALL.length()) : text;
    }

    private InvalidInput missing(String path) {
        return new InvalidInput("The service '" + service.name() + "' names " + path
                + ", which is neither on this host nor among what was built in " + paths.built()
                + "; correct the path, or the COPY of its Dockerfile.");
    }
}
