package dev.versus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that vouches for itself, made anew for a test.
 *
 * @param folder where its files are: {@code certificate.pem} and {@code key.pem}
 */
public record TestCertificate(Path folder) {

    private static final char[] PASSWORD = "only-for-a-test".toCharArray();

    /** Makes a certificate for a name such as {@code ip:127.0.0.1} or {@code dns:elsewhere}. */
    public static TestCertificate of(String name, Path folder) {
        try {
            var made = new TestCertificate(Files.createDirectories(folder));
            made.generate(name);
            KeyStore keys = made.keys();
            write(made.certificate(), "CERTIFICATE", keys.getCertificate("test").getEncoded());
            write(made.key(), "PRIVATE KEY", keys.getKey("test", PASSWORD).getEncoded());
            return made;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void generate(String name) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = new ArrayList<>(List.of(
                keytool, "-genkeypair", "-alias", "test", "-keyalg", "EC", "-validity", "2", "-dname", "CN=test"));
        command.addAll(List.of("-ext", "san=" + name, "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", new String(PASSWORD)));
        Path said = folder.resolve("keytool.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(Files.readString(said))
                .isTrue();
    }

    private static void write(Path file, String what, byte[] encoded) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store())) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** The certificate in PEM, which is its own authority's. */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** The private key in PEM. */
    public Path key() {
        return folder.resolve("key.pem");
    }

    /** What a server of Java needs to show this certificate. */
    public SSLContext ofServer() {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys(), PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
