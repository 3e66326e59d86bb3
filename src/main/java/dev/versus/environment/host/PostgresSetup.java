package dev.versus.environment.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** First-start setup of PostgreSQL, as the official image does it: makes the database and runs the mounted SQL scripts. */
record PostgresSetup(InetSocketAddress address, String user, String password, String database, List<Path> scripts) {

    private static final String MAINTENANCE = "postgres";

    PostgresSetup {
        scripts = List.copyOf(scripts);
    }

    /** Returns the SQL scripts at a path: the file itself, or the {@code .sql} files of the folder in the order of their names. */
    static List<Path> scriptsAt(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    void run() throws IOException {
        try {
            if (!database.equals(MAINTENANCE)) {
                execute(MAINTENANCE, "CREATE DATABASE \"" + database.replace("\"", "\"\"") + "\"");
            }
            for (Path script : scripts) {
                execute(database, Files.readString(script));
            }
        } catch (SQLException refused) {
            throw new IOException(refused.getMessage(), refused);
        }
    }

    private void execute(String in, String sql) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "disable");
        String name = URLEncoder.encode(in, StandardCharsets.UTF_8).replace("+", "%20");
        String url = "jdbc:postgresql://" + address.getHostString() + ":" + address.getPort() + "/" + name;
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
