package dev.versus.environment.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.jspecify.annotations.Nullable;

/**
 * File of a build context.
 *
 * @param name its path in the context, with slashes
 * @param target the target if it is a link, else null
 * @param content its content; unused for a link
 */
record ContextFile(
        String name, boolean executable, @Nullable String target, Content content) {

    private static final int PLAIN = 0100644;
    private static final int EXECUTABLE = 0100755;

    /** Content of a file, which can be opened more than once, and its size in bytes. */
    interface Content {
        InputStream open() throws IOException;

        long size() throws IOException;
    }

    /** Returns a file of this host. A link stays a link. */
    static ContextFile of(String name, Path path) throws IOException {
        String target =
                Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString() : null;
        return new ContextFile(name, Files.isExecutable(path), target, new Content() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public long size() throws IOException {
                return Files.size(path);
            }
        });
    }

    /** Returns a file with this content, which need not exist on this host. */
    static ContextFile of(String name, byte[] content) {
        return new ContextFile(name, false, null, new Content() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(content);
            }

            @Override
            public long size() {
                return content.length;
            }
        });
    }

    /** Writes the file without its owner and its time, so that the same content gives the same bytes. */
    void write(TarArchiveOutputStream tar) throws IOException {
        TarArchiveEntry entry =
                target == null ? new TarArchiveEntry(name) : new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setIds(0, 0);
        entry.setModTime(0L);
        if (target == null) {
            entry.setMode(executable ? EXECUTABLE : PLAIN);
            entry.setSize(content.size());
        } else {
            entry.setLinkName(target);
        }
        tar.putArchiveEntry(entry);
        if (target == null) {
            try (InputStream in = content.open()) {
                in.transferTo(tar);
            }
        }
        tar.closeArchiveEntry();
    }
}
