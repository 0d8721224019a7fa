package io.github.gradphoto.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.certificate.Proxy;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The student names who collects the certificate, with the signed letter (N22). */
class ProxyPageTest extends PageTest {

    @Autowired
    private Proxies proxies;

    @Test
    void aProxyIsNamedWithTheLetterAndTakenBack() throws Exception {
        var driven = cases.withCode(CollectionType.CENTRAL);
        var student = studentOf(driven);
        for (var language : new String[] {"en", "zh"}) {
            assertThat(web.perform(open("/my/proxy?lang=" + language, student))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .doesNotContain("??")
                    .contains("lastFour");
        }
        refused(422, "代领人姓名", send("/my/proxy", student).param("name", " ").param("lastFour", "001X"));
        refused(422, "后四位", send("/my/proxy", student).param("name", "王大明").param("lastFour", "12"));
        refused(422, "委托书", send("/my/proxy", student).param("name", "王大明").param("lastFour", "001X"));
        refused(
                422,
                "JPG",
                upload("/my/proxy", "letter", "no picture".getBytes(), student)
                        .param("name", "王大明")
                        .param("lastFour", "001x"));

        web.perform(upload("/my/proxy", "letter", College.portrait(), student)
                        .param("name", "王大明")
                        .param("lastFour", "001x"))
                .andExpect(redirectedUrl("/my"));
        assertThat(proxies.of(driven.number())).contains(new Proxy("王大明", "001X"));
        assertThat(proxies.letters(driven.number())).hasSize(1);
        assertThat(web.perform(open("/my", student)).andReturn().getResponse().getContentAsString())
                .contains("代领人：王大明");
        assertThat(jdbc.queryForObject("select name_enc from certificate_proxy", String.class))
                .doesNotContain("王大明");

        // another person, the same letter
        web.perform(send("/my/proxy", student).param("name", "李小红").param("lastFour", "1234"))
                .andExpect(redirectedUrl("/my"));
        assertThat(proxies.of(driven.number())).contains(new Proxy("李小红", "1234"));
        web.perform(send("/my/proxy/revoke", student)).andExpect(redirectedUrl("/my"));
        assertThat(proxies.of(driven.number())).isEmpty();
    }
}
