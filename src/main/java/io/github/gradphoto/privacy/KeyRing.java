package io.github.gradphoto.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The two keys of an installation, read from files {@code encryption.json} and {@code index.json} of the keys directory:
 * one encrypts, the other makes the hashes by which encrypted values are found. They never come from the database.
 */
final class KeyRing {

    private static final String ENCRYPTION = "encryption.json";
    private static final String INDEX = "index.json";

    static final List<String> FILES = List.of(ENCRYPTION, INDEX);

    private final Aead aead;
    private final PrfSet prf;
    private final Set<Integer> ids;

    private KeyRing(KeysetHandle encryption, KeysetHandle index) throws GeneralSecurityException {
        this.aead = encryption.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.prf = index.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        this.ids = IntStream.range(0, encryption.size())
                .mapToObj(i -> encryption.getAt(i).getId())
                .collect(Collectors.toSet());
    }

    static KeyRing read(Path directory) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            return new KeyRing(parse(directory.resolve(ENCRYPTION)), parse(directory.resolve(INDEX)));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys in " + directory + " cannot be read.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + directory + " are not valid.", e);
        }
    }

    /** Makes new keys where none are; existing ones are kept, because what they encrypted could not be read again. */
    static void createIfMissing(Path directory) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Files.createDirectories(directory);
            write(directory.resolve(ENCRYPTION), "AES256_GCM");
            write(directory.resolve(INDEX), "HMAC_SHA256_PRF");
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The keys cannot be written to " + directory + ".", e);
        }
    }

    /** The ids of the keys that decrypt. */
    Set<Integer> ids() {
        return ids;
    }

    Aead aead() {
        return aead;
    }

    byte[] keyedHash(byte[] input) throws GeneralSecurityException {
        return prf.computePrimary(input, 32);
    }

    private static KeysetHandle parse(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private static void write(Path file, String template) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        var handle = KeysetHandle.generateNew(KeyTemplates.get(template));
        Files.createFile(file); // refuses to overwrite, whoever was quicker
        file.toFile().setReadable(false, false);
        file.toFile().setReadable(true, true);
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get()));
    }
}
