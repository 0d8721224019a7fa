package io.github.gradphoto.registration;

import io.github.gradphoto.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finished pictures between their upload and the moment that their case takes them, encrypted. */
@Component
class RunPictures {

    private final JdbcClient jdbc;
    private final Vault vault;

    RunPictures(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void keep(long itemId, byte[] jpeg) {
        jdbc.sql("update registration_run_item set picture_content = ? where id = ?")
                .params(vault.encrypt(jpeg), itemId)
                .update();
    }

    byte[] of(long itemId) {
        return jdbc.sql("select picture_content from registration_run_item where id = ?")
                .param(itemId)
                .query((row, index) -> vault.decrypt(row.getBytes("picture_content")))
                .single();
    }

    void forget(long itemId) {
        jdbc.sql("update registration_run_item set picture_content = null where id = ? and picture_content is not null")
                .param(itemId)
                .update();
    }
}
