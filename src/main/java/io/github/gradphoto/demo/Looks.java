package io.github.gradphoto.demo;

import java.awt.Color;

/**
 * The face that a seed stands for. Lengths in px of the 960×1280 picture, x from its middle. The ranges keep the framing of
 * the specification: at 480×640 hair top 50 to 110 px, eyes 200 to 300 px, face width 180 to 300 px.
 */
final class Looks {

    final double half; // half the face's width at the cheeks
    final double skullTop;
    final double browY;
    final double eyeY;
    final double noseY;
    final double mouthY;
    final double chinY;
    final double hairlineY;
    final double jaw; // half width at the mouth, as a share of half
    final double chin; // half width of the chin, as a share of half
    final double eyeX;
    final double eyeWidth;
    final double eyeHeight;
    final double eyeSlant;
    final boolean creased; // double eyelid
    final double noseWidth;
    final double mouthWidth;
    final double lips;
    final double smile;
    final double browWeight;
    final double browArch;
    final Color skin;
    final Color lipColour;
    final Color hair;
    final double grey; // share of grey hair
    final double lines; // 0 none to 1 deep wrinkles
    final double stubble; // 0 none to 1
    final double[] mole; // x and y, or null
    final boolean glasses;
    final boolean female;
    final int age;

    Looks(Portrait portrait) {
        Dice dice = new Dice(portrait.seed(), "face");
        female = portrait.female();
        age = portrait.age();
        half = dice.between(204, 224) - (female ? 5 : 0);
        double head = half * dice.between(2.84, 3.02);
        eyeY = 492 + dice.bell(7);
        skullTop = eyeY - 0.485 * head;
        chinY = eyeY + 0.515 * head;
        browY = eyeY - head * dice.between(0.098, 0.116);
        noseY = eyeY + head * dice.between(0.192, 0.214);
        mouthY = noseY + (chinY - noseY) * dice.between(0.35, 0.40);
        hairlineY = browY - head * dice.between(0.192, 0.226) - Math.max(0, age - 45) * (female ? 0.1 : 0.6);
        jaw = dice.between(0.80, 0.92) - (female ? 0.05 : -0.01) + (age > 40 ? 0.015 : 0);
        chin = dice.between(0.25, 0.38) - (female ? 0.06 : 0);
        eyeX = half * dice.between(0.445, 0.485);
        eyeWidth = half * dice.between(0.425, 0.48);
        eyeHeight = eyeWidth * (dice.between(0.31, 0.40) + (female ? 0.05 : 0.01));
        eyeSlant = dice.between(-1, 5);
        creased = dice.chance(female ? 0.7 : 0.5);
        noseWidth = half * (dice.between(0.185, 0.235) - (female ? 0.012 : 0));
        mouthWidth = half * dice.between(0.325, 0.39);
        lips = dice.between(0.85, 1.2) + (female ? 0.08 : -0.05);
        smile = dice.between(2, 7);
        browWeight = dice.between(0.85, 1.25) * (female ? 0.74 : 1.22);
        browArch = dice.between(3, 11) + (female ? 3 : 0);
        skin = Tint.mix(
                new Color(249, 222, 202),
                new Color(214, 170, 136),
                Math.max(0, dice.between(-0.15, 0.9) + (female ? -0.1 : 0.1)));
        lipColour = Tint.mix(
                Tint.shade(skin, 0.32),
                new Color(206, 96, 98),
                female ? dice.between(0.45, 0.8) : dice.between(0.2, 0.4));
        hair = dice.colour(
                new Color(26, 23, 24),
                new Color(33, 28, 27),
                new Color(43, 34, 30),
                new Color(30, 26, 28),
                new Color(58, 41, 32));
        grey = Math.max(0, Math.min(0.6, (age - 38 + dice.bell(6)) / 45)) * (female ? 0.4 : 1);
        lines = Math.max(0, Math.min(1, (age - 26) / 38.0));
        stubble = female || age < 20 ? 0 : Math.max(0, dice.between(-0.5, 1));
        mole = dice.chance(0.25)
                ? new double[] {dice.between(-0.6, 0.6) * half, dice.between(eyeY + 60, mouthY + 30)}
                : null;
        glasses = portrait.has(Flaw.GLASSES_GLARE) || dice.chance(0.24);
    }

    /** The colour of one hair among many. */
    Color strand(Dice dice) {
        if (dice.chance(grey)) {
            return Tint.alpha(new Color(176, 172, 168), dice.between(0.2, 0.6));
        }
        boolean lit = dice.chance(0.5);
        return lit
                ? Tint.alpha(Tint.mix(hair, new Color(150, 118, 98), dice.between(0.1, 0.42)), dice.between(0.12, 0.42))
                : Tint.alpha(Tint.times(hair, 0.45), dice.between(0.2, 0.6));
    }
}
