package io.github.gradphoto.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** Paper, picture size in millimetres and number of the prints that a student gets. */
@Embeddable
public record PrintTerms(
        String paper,
        @Column(name = "print_width_mm") BigDecimal widthMm,
        @Column(name = "print_height_mm") BigDecimal heightMm,
        @Column(name = "print_count") int count) {}
