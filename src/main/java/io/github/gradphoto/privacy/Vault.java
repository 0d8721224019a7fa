package io.github.gradphoto.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** Encrypts and decrypts what is stored, and makes the keyed hashes by which encrypted values are found again. */
public final class Vault {

    private static final byte[] NO_CONTEXT = new byte[0];

    private final KeyRing keys;

    Vault(KeyRing keys) {
        this.keys = keys;
    }

    /** @return ciphertext in Base64, or null for null */
    public String encrypt(String plain) {
        return plain == null
                ? null
                : Base64.getEncoder().encodeToString(encrypt(plain.getBytes(StandardCharsets.UTF_8)));
    }

    public String decrypt(String cipher) {
        return cipher == null ? null : new String(decrypt(Base64.getDecoder().decode(cipher)), StandardCharsets.UTF_8);
    }

    public byte[] encrypt(byte[] plain) {
        try {
            return keys.aead().encrypt(plain, NO_CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be encrypted.", e);
        }
    }

    /** @throws IllegalStateException when the value was changed or belongs to other keys */
    public byte[] decrypt(byte[] cipher) {
        try {
            return keys.aead().decrypt(cipher, NO_CONTEXT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A stored value cannot be decrypted with the keys of this installation.", e);
        }
    }

    /**
     * @param domain what kind of value it is, so that equal values of two kinds do not look alike
     * @return 64 hexadecimal digits, equal for equal values under the same index key
     */
    public String index(String domain, String value) {
        try {
            return HexFormat.of().formatHex(keys.keyedHash((domain + ':' + value).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A look-up hash could not be made.", e);
        }
    }
}
