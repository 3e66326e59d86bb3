package dev.versus.environment.namespace;

import dev.versus.InvalidInput;
import java.util.Optional;

/**
 * User of an image.
 *
 * @param uid its number
 * @param gid the number of its group
 * @param home its home folder
 */
record ImageUser(int uid, int gid, String home) {

    private static final String USERS = "/etc/passwd";
    private static final String GROUPS = "/etc/group";
    private static final String ROOT = "0";
    private static final int ID = 2;
    private static final int GROUP = 3;
    private static final int HOME = 5;

    /**
     * Reads {@code user[:group]}, by names or numbers; an empty text is root. For a user without a group, the group is the one in the
     * image's {@code /etc/passwd}, or root's.
     *
     * @throws InvalidInput if the image does not know the name, or gives it an invalid number
     */
    static ImageUser of(String text, ImageRoot root, String service) {
        String[] words = text.isEmpty() ? new String[] {ROOT} : text.split(":", 2);
        Optional<String[]> known = entry(root.text(USERS), words[0]);
        String uid = known.map(fields -> fields[ID]).orElse(words[0]);
        String home = known.filter(fields -> fields.length > HOME)
                .map(fields -> fields[HOME])
                .orElse("/");
        var reader = new Reader(service, words[0], USERS);
        if (words.length == 1) {
            String gid = known.filter(fields -> fields.length > GROUP)
                    .map(fields -> fields[GROUP])
                    .orElse(ROOT);
            return new ImageUser(reader.number(uid), reader.number(gid), home);
        }
        String gid =
                entry(root.text(GROUPS), words[1]).map(fields -> fields[ID]).orElse(words[1]);
        return new ImageUser(reader.number(uid), new Reader(service, words[1], GROUPS).number(gid), home);
    }

    /** Returns the fields of the line with this name or number. */
    private static Optional<String[]> entry(String lines, String key) {
        return lines.lines()
                .map(line -> line.split(":", -1))
                .filter(fields -> fields.length > ID)
                .filter(fields -> fields[0].equals(key) || fields[ID].equals(key))
                .findFirst();
    }

    /** Reader of the number of a user or group, for messages that name the service and the image's file. */
    private record Reader(String service, String name, String file) {

        int number(String id) {
            if (id.matches("\\d{1,10}") && Long.parseLong(id) <= Integer.MAX_VALUE) {
                return Integer.parseInt(id);
            }
            String why = id.equals(name)
                    ? "which its image does not know"
                    : "which " + file + " of its image gives the number '" + id + "'";
            throw new InvalidInput("The service '" + service + "' runs as '" + name + "', " + why
                    + ": expected a name of that file with a number from 0 to " + Integer.MAX_VALUE
                    + ", or such a number; name another, or mend the image.");
        }
    }
}
