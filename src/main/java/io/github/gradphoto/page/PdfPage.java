package io.github.gradphoto.page;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a PDF of a template, in the reader's language. The template is XHTML and speaks of the font {@value #FONT}. */
@Component
public class PdfPage {

    private static final String FONT = "Noto Sans SC";
    private static final String FONT_FILE = "/fonts/NotoSansSC_400Regular.ttf";

    private final ITemplateEngine templates;

    PdfPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    public byte[] of(String template, Map<String, Object> model) {
        var html = templates.process(template, new Context(LocaleContextHolder.getLocale(), model));
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(PdfPage::font, FONT)
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The document cannot be made: " + template, e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return PdfPage.class.getResourceAsStream(FONT_FILE);
    }
}
