package io.github.gradphoto.privacy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.springframework.stereotype.Component;

/** Stores a text column as ciphertext. Columns that use it end in {@code _enc}. */
@Converter
@Component
public class EncryptedText implements AttributeConverter<String, String> {

    private final Vault vault;

    EncryptedText(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String convertToDatabaseColumn(String plain) {
        return vault.encrypt(plain);
    }

    @Override
    public String convertToEntityAttribute(String cipher) {
        return vault.decrypt(cipher);
    }
}
