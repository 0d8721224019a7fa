/** 采集通知 as a campaign: invitations, reminders, escalations, the decision after the close, its report, the next round. */
package io.github.gradphoto.campaign;
