package io.github.gradphoto;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.collectioncode.CodeCommand;
import io.github.gradphoto.measure.PhotoMeter;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureLine;
import io.github.gradphoto.setup.ReadinessCheck;
import io.github.gradphoto.setup.SetupCommand;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts gradphoto: one application, one database, one process engine inside it. */
@SpringBootApplication
public class GradPhoto {

    public static void main(String[] args) {
        if (args.length > 0 && "setup".equals(args[0])) {
            System.exit(SetupCommand.run(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && "code".equals(args[0])) {
            System.exit(CodeCommand.run(List.of(args).subList(1, args.length)));
        }
        if (args.length > 0 && "measure".equals(args[0])) {
            System.exit(MeasureCommand.run(List.of(args).subList(1, args.length)));
        }
        var application = new SpringApplication(GradPhoto.class);
        application.addListeners(new ReadinessCheck());
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.system(Deadlines.ZONE);
    }

    @Bean
    PhotoMeter photoMeter() {
        return PhotoMeter.withModels();
    }

    @Bean
    PictureLine pictureLine() {
        return PictureLine.forThisMachine();
    }

    @Bean
    PictureDecoder pictureDecoder(PictureLine line) {
        return new PictureDecoder(line);
    }
}
