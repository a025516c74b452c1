export const plans = {
  "sheet.plan": "Roadmap and plan",
  "sheet.ledgers": "Ledgers",
  "sheet.playbook": "Playbook",
  "cover.about.plan": "Three phases with their goals, work plan with bars, resources and training.",
  "cover.about.ledgers":
    "Improvements from problem to effect, and the win-back tracker against its hold-out.",
  "cover.about.playbook": "Tier rules, benefits and offers, service checklist, wording, roles.",
  "cover.compact":
    "This is the compact report: the sheets read every month. The full one adds {sheets}: the same figures in more depth, and the plans. Choose it in the settings (Report scope).",
};
