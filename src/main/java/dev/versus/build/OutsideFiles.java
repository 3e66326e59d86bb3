package dev.versus.build;

import dev.versus.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Refusal of a service that needs files outside of its folder, which its private copy would lack. */
final class OutsideFiles {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern PARENT = Pattern.compile("(?s)<parent>(.*?)</parent>");
    private static final Pattern REPLACED = Pattern.compile("=>\\s*\"?(\\.{0,2}/[^\\s\"]*|\\.\\.)");

    private OutsideFiles() {}

    /** Refuses a {@code pom.xml} whose parent is a file outside of its folder. Maven would take an old one of its repository, or none. */
    static void refuseOfMaven(Path context) throws IOException {
        String pom =
                COMMENT.matcher(Files.readString(context.resolve("pom.xml"))).replaceAll("");
        Optional<String> parent =
                PARENT.matcher(pom).results().map(found -> found.group(1)).findFirst();
        if (parent.isPresent() && !parent.get().matches("(?s).*<relativePath>?\\s*/.*")) {
            String named = element("relativePath", parent.get()).orElse("../pom.xml");
            Path file = context.resolve(named).normalize();
            Path parentPom = Files.isDirectory(file) ? file.resolve("pom.xml") : file;
            if (Files.isRegularFile(parentPom)
                    && Files.readString(parentPom)
                            .contains("<artifactId>"
                                    + element("artifactId", parent.get()).orElse("") + "<")) {
                refuseOutside(context, "pom.xml", named);
            }
        }
    }

    /** Refuses a {@code go.mod} that replaces a module by a folder outside of its own. */
    static void refuseOfGo(Path context) throws IOException {
        Path file = context.resolve("go.mod");
        String text = Files.isRegularFile(file) ? Files.readString(file).replaceAll("//.*", "") : "";
        for (MatchResult found : REPLACED.matcher(text).results().toList()) {
            refuseOutside(context, "go.mod", found.group(1));
        }
    }

    private static Optional<String> element(String name, String xml) {
        return Pattern.compile("<" + name + ">\\s*([^<]+?)\\s*</")
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static void refuseOutside(Path context, String file, String named) {
        Path folder = context.normalize();
        if (!folder.resolve(named).normalize().startsWith(folder)) {
            throw new InvalidInput(context.resolve(file) + " needs " + named
                    + ", which lies outside of the folder from which the service is built; name a folder that holds both as its"
                    + " 'context', or give the service x-versus: {build: none}.");
        }
    }
}
