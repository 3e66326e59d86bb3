package dev.versus.run;

import dev.versus.InvalidInput;
import dev.versus.Setting;
import dev.versus.SettingType;
import dev.versus.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a run believes when it loads targets at {@code https://}: as with {@code curl}, those whose certificate was issued, for
 * their name, by an authority that is known.
 *
 * @param authorities the file of the known authorities' certificates, in PEM; if empty, those that the JDK knows
 * @param insecure whether every server is believed, whatever its certificate
 */
public record Trust(Optional<Path> authorities, boolean insecure) {

    private static final Setting<Path> CA_FILE = new Setting<>(
            "caFile",
            Setting.ALL,
            "",
            "the authorities whose certificates are trusted at targets of `https://`, in the place of [those that the JDK knows]"
                    + "(decisions/clean-users.md#https)",
            new SettingType<>("a file of certificates in PEM", Path::of));

    private static final Setting<Boolean> INSECURE = new Setting<>(
            "insecure",
            Setting.ALL,
            "false",
            "whether any certificate is trusted at targets of `https://`",
            SettingType.trueOrFalse());

    /**
     * Reads what the user trusts, and checks that the file of the authorities can be read, even if no target needs it.
     *
     * @throws InvalidInput if it cannot, or if both settings are given
     */
    static Trust of(Settings settings) {
        Optional<Path> authorities = settings.find(CA_FILE);
        boolean insecure = settings.get(INSECURE);
        if (insecure && authorities.isPresent()) {
            throw new InvalidInput(
                    "-Dversus.insecure trusts any certificate, whatever -Dversus.caFile names: leave out one.");
        }
        Trust trust = new Trust(authorities, insecure);
        if (authorities.isPresent()) {
            var unused = trust.managers();
        }
        return trust;
    }

    /**
     * Returns what checks certificates by the known authorities.
     *
     * @throws InvalidInput if their file cannot be read
     */
    public TrustManagerFactory managers() {
        try {
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(authorities.isPresent() ? store(authorities.get()) : null);
            return managers;
        } catch (GeneralSecurityException | IOException e) {
            throw new InvalidInput(
                    "-Dversus.caFile=%s cannot be read (%s): expected a file of certificates in PEM."
                            .formatted(authorities.map(Path::toString).orElse(""), e.getMessage()),
                    e);
        }
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(file)) {
            store.setCertificateEntry("authority " + store.size(), certificate);
        }
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("it holds no certificate");
            }
            return certificates;
        }
    }

    /** Returns a TLS context that believes the same servers. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    insecure ? new TrustManager[] {new Anybody()} : managers().getTrustManagers(),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    /** Believes everybody. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate @Nullable [] chain, @Nullable String by) {}

        @Override
        public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String by) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
