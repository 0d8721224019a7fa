package io.github.gradphoto.setup;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Says one line for each finding: in Chinese, unless the machine's language is English or the terminal cannot show
 * Chinese; with marks that an old terminal can show.
 */
final class Terminal {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    private final PrintStream out;
    private final Locale language;
    private final boolean plain;

    Terminal(PrintStream out, Locale wanted, Charset charset) {
        this.out = out;
        CharsetEncoder encoder = charset.newEncoder();
        this.language = "en".equals(wanted.getLanguage()) || !encoder.canEncode('中') ? Locale.ENGLISH : Locale.CHINESE;
        this.plain = !encoder.canEncode('✓') || !encoder.canEncode('✗');
        texts.setBasename("messages/setup");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    static Terminal on(PrintStream out) {
        var charset = System.getProperty("sun.stdout.encoding", System.getProperty("stdout.encoding"));
        return new Terminal(
                out, Locale.getDefault(), charset == null ? Charset.defaultCharset() : Charset.forName(charset));
    }

    void say(Finding finding) {
        out.println(mark(finding.mark()) + " " + text(finding.key(), finding.arguments()));
    }

    void line(String key, Object... arguments) {
        out.println(text(key, arguments));
    }

    String text(String key, Object... arguments) {
        return texts.getMessage("setup." + key, arguments, language);
    }

    private String mark(Finding.Mark mark) {
        return switch (mark) {
            case GOOD -> plain ? "[ok]" : "✓";
            case NOTE -> plain ? "[!]" : "！";
            case BAD -> plain ? "[NO]" : "✗";
        };
    }
}
