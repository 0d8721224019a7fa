/** Fee, orders and refunds; money at the counter or by transfer, confirmed by the bursary. */
package io.github.gradphoto.payment;
