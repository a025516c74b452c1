export const plans = {
  "sheet.plan": "Roadmap and plan",
  "sheet.ledgers": "Ledgers",
  "sheet.playbook": "Playbook",
  "cover.about.plan": "Three phases with their goals, work plan with bars, resources and training.",
  "cover.about.ledgers":
    "Improvements from problem to effect, and the win-back tracker against its hold-out.",
  "cover.about.playbook": "Tier rules, benefits and offers, service checklist, wording, roles.",
};
